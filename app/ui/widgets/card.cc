// The ground of a card is drawn beneath its content, in a layer of its own.
#include "app/ui/widgets/card.h"

#include <algorithm>

#include "app/ui/draw.h"

namespace app {

Card::Card(FrameContext& context, const CardOptions& options)
    : theme_(context.theme),
      list_(ImGui::GetWindowDrawList()),
      min_(ImGui::GetCursorScreenPos()),
      width_(options.width > 0 ? options.width : ImGui::GetContentRegionAvail().x),
      padding_(options.padding > 0 ? options.padding : theme_.size.large + theme_.size.line),
      ground_(options.is_tinted ? theme_.color.accent_soft : theme_.color.panel) {
  layers_.Split(list_, 2);
  layers_.SetCurrentChannel(list_, 1);
  ImGui::SetCursorScreenPos(ImVec2(min_.x + padding_, min_.y + padding_));
  outer_right_ = SetContentRight(min_.x + width_ - padding_);
  ImGui::BeginGroup();
}

void Card::End(float height) {
  if (!is_open_) return;
  is_open_ = false;
  ImGui::Dummy(ImVec2(0, 0));  // newer versions of ImGui let only an item extend a group
  ImGui::EndGroup();
  SetContentRight(outer_right_);
  const ImVec2 max(min_.x + width_,
                   std::max(min_.y + height, ImGui::GetItemRectMax().y + padding_));
  layers_.SetCurrentChannel(list_, 0);
  DrawBox(theme_, list_, min_, max, ground_, theme_.color.border, theme_.size.radius_panel);
  layers_.Merge(list_);
  ImGui::SetCursorScreenPos(min_);
  ImGui::Dummy(ImVec2(max.x - min_.x, max.y - min_.y));
}

}  // namespace app
