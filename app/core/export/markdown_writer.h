// A session as Markdown, for people. Any thread; pure.
#pragma once

#include <string>

#include "app/core/export/session_document.h"

namespace app {

std::string WriteMarkdown(const SessionDocument& document);

}  // namespace app
