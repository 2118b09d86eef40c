// The table of common subsequences, walked from its beginning.
#include "app/ui/widgets/line_diff.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace app {
namespace {

constexpr std::size_t kMostCells = 4'000'000;

using Lines = std::vector<std::string_view>;

Lines Split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  for (std::string_view& line : lines) {
    const std::size_t last = line.find_last_not_of(" \t\r");
    line = line.substr(0, last == std::string_view::npos ? 0 : last + 1);
  }
  return lines;
}

class Differ {
 public:
  Differ(Lines left, Lines right) : left_(std::move(left)), right_(std::move(right)) {}

  std::vector<DiffRow> Take() {
    std::size_t head = 0, tail = 0;
    const std::size_t shorter = std::min(left_.size(), right_.size());
    while (head < shorter && left_[head] == right_[head]) ++head;
    while (tail < shorter - head &&
           left_[left_.size() - 1 - tail] == right_[right_.size() - 1 - tail]) {
      ++tail;
    }
    for (std::size_t i = 0; i < head; ++i) Same(i, i);
    Middle(head, left_.size() - tail, right_.size() - tail);
    for (std::size_t i = tail; i > 0; --i) Same(left_.size() - i, right_.size() - i);
    return std::move(rows_);
  }

 private:
  void Same(std::size_t l, std::size_t r) {
    rows_.push_back({DiffRow::Kind::kSame, left_[l], right_[r], static_cast<int>(l) + 1,
                     static_cast<int>(r) + 1});
  }

  // Lines without a partner: as pairs, and what is left of the longer side alone.
  void Change(std::size_t l, std::size_t l_end, std::size_t r, std::size_t r_end) {
    while (l < l_end || r < r_end) {
      DiffRow row;
      row.kind = l == l_end   ? DiffRow::Kind::kRight
                 : r == r_end ? DiffRow::Kind::kLeft
                              : DiffRow::Kind::kChanged;
      if (l < l_end) {
        row.left = left_[l];
        row.left_line = static_cast<int>(++l);
      }
      if (r < r_end) {
        row.right = right_[r];
        row.right_line = static_cast<int>(++r);
      }
      rows_.push_back(row);
    }
  }

  // Both sides from `begin`.
  void Middle(std::size_t begin, std::size_t l_end, std::size_t r_end) {
    const std::size_t height = l_end - begin, width = r_end - begin;
    if (height * width > kMostCells) return Change(begin, l_end, begin, r_end);
    // longest[i][j]: lines in common from left line begin+i and right line begin+j on.
    std::vector<std::uint32_t> longest((height + 1) * (width + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
      return longest[i * (width + 1) + j];
    };
    for (std::size_t i = height; i-- > 0;) {
      for (std::size_t j = width; j-- > 0;) {
        at(i, j) = left_[begin + i] == right_[begin + j] ? at(i + 1, j + 1) + 1
                                                         : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
    std::size_t i = 0, j = 0, from_i = 0, from_j = 0;
    while (i < height && j < width) {
      if (left_[begin + i] == right_[begin + j]) {
        Change(begin + from_i, begin + i, begin + from_j, begin + j);
        Same(begin + i, begin + j);
        from_i = ++i;
        from_j = ++j;
      } else if (at(i + 1, j) >= at(i, j + 1)) {
        ++i;
      } else {
        ++j;
      }
    }
    Change(begin + from_i, l_end, begin + from_j, r_end);
  }

  Lines left_, right_;
  std::vector<DiffRow> rows_;
};

}  // namespace

std::vector<DiffRow> DiffLines(std::string_view left, std::string_view right) {
  return Differ(Split(left), Split(right)).Take();
}

}  // namespace app
