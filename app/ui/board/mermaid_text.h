// What a Mermaid label says once its entities are read. Any thread; no state.
#pragma once

#include <string>
#include <string_view>

namespace app {

// "#quot;", "#35;" and "<br/>"; anything else stands for itself.
std::string Unescaped(std::string_view text);

}  // namespace app
