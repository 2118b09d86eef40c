// Cuts lists and long strings.
#include "interview/model/value_text.h"

namespace interview {
namespace {

void ShortenInto(const Json& value, std::size_t most_items, Json* out) {
  if (!value.is_structured()) {
    constexpr std::size_t kMostText = 200;
    if (value.is_string() && value.get_ref<const std::string&>().size() > kMostText) {
      const std::string& text = value.get_ref<const std::string&>();
      std::size_t cut = kMostText;
      while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
      *out = text.substr(0, cut) + "… (" + WithThousands(text.size()) + " bytes)";
    } else {
      *out = value;
    }
    return;
  }
  *out = value.is_array() ? Json::array() : Json::object();
  if (value.is_object()) {
    for (const auto& [key, item] : value.items()) ShortenInto(item, most_items, &(*out)[key]);
    return;
  }
  const std::size_t kept = value.size() <= most_items + 1 ? value.size() : most_items;
  for (std::size_t i = 0; i < kept; ++i) {
    out->push_back(nullptr);
    ShortenInto(value[i], most_items, &out->back());
  }
  if (kept < value.size()) {
    out->push_back("… " + WithThousands(value.size() - kept) + " more of " +
                   WithThousands(value.size()));
  }
}

}  // namespace

std::string WithThousands(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

Json Shortened(const Json& value, std::size_t most_bytes) {
  if (DumpJson(value).size() <= most_bytes) return value;
  Json out;
  for (const std::size_t most_items : {100u, 30u, 10u, 3u}) {
    ShortenInto(value, most_items, &out);
    if (DumpJson(out).size() <= most_bytes) break;
  }
  return out;
}

}  // namespace interview
