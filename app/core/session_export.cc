// Markdown, JSON and HTML of a session.
#include "app/core/session_export.h"

#include "app/core/export/document_json.h"
#include "app/core/export/html_writer.h"
#include "app/core/export/markdown_writer.h"
#include "app/core/session_id.h"

namespace app {
namespace {

using interview::Json;

Json Document(const OpenSession& open) {
  const interview::Session& session = *open.session;
  Json document = ScorecardJson(open);
  document["schema"] = "session/1";
  document["started"] = IsoTime(open.started);
  document["title"] = session.plan().title;
  Json events = Json::array();
  for (const interview::Event& event : open.events) {
    events.push_back({{"at_ms", event.at.count()},
                      {"name", interview::EventName(event.payload)},
                      {"payload", interview::ToJson(event.payload)}});
  }
  document["events"] = std::move(events);
  return document;
}

}  // namespace

Json ScorecardJson(const OpenSession& open) {
  Json json = {{"session_id", open.id}};
  const auto& card = open.session->score_card();
  if (card) {
    json.update(ToJson(*card));
  } else {
    json["decision"] = nullptr;
    json["rounds"] = Json::array();
  }
  return json;
}

interview::Result<SessionExport> MakeExport(const OpenSession& open, const std::string& format,
                                            const Redaction& redaction) {
  const SessionDocument document = Redacted(MakeDocument(open), redaction);
  SessionExport made;
  if (format == "html") {
    made.text = WriteHtml(document);
  } else if (format == "md") {
    made.text = WriteMarkdown(document);
  } else if (format == "json") {
    made.text = interview::DumpJson(redaction.any() ? DocumentJson(document) : Document(open), 2);
    made.text += "\n";
  } else {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "\"" + format + "\" is not an export format; use html, md or json.");
  }
  made.preview = Preview(document, redaction, made.text.size());
  return made;
}

interview::Result<std::string> ExportText(const OpenSession& open, const std::string& format) {
  interview::Result<SessionExport> made = MakeExport(open, format, {});
  if (!made) return Forward(made);
  return std::move(made->text);
}

}  // namespace app
