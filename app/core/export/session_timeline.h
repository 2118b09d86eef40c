// What happened in a session, moment by moment, as the player of an export shows it.
// Any thread; pure.
#pragma once

#include <vector>

#include "app/core/export/session_document.h"

namespace app {

std::vector<ReportMoment> MakeTimeline(const OpenSession& open);

}  // namespace app
