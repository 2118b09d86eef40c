// Charts of a report as SVG, in the colours of the page. Any thread; pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/core/export/session_document.h"

namespace app {

// Text as text: < > & and quotes escaped, what is no character replaced.
std::string EscapeHtml(std::string_view text);

// A bar of 1-4 for each dimension, with the self-rating as a mark. Empty without dimensions.
std::string DimensionChart(const std::vector<ReportDimension>& dimensions);
// Minutes spent in each phase over those planned. Empty without phases.
std::string PhaseChart(const std::vector<ReportPhase>& phases);

}  // namespace app
