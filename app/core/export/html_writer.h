// A session as one HTML page that needs nothing else: no network, no file, no script but its own.
// Any thread; pure.
//
// Whatever was written in the session is text in this page and nothing more: it is escaped where it
// stands in the page, the player sets it as text alone, and the page's policy runs only the one
// script and the one style that it names by their hashes.
#pragma once

#include <string>

#include "app/core/export/session_document.h"

namespace app {

std::string WriteHtml(const SessionDocument& document);

}  // namespace app
