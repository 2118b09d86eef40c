// The whiteboard being edited: every change goes through here, so that each can be undone.
// UI thread only. Ids are unique on a board, over nodes, edges and strokes together, and an id
// never comes to mean another thing. Edges have two existing ends. A call that names an unknown id
// leaves that id out. What one call changes is one step of undo; calls between BeginGesture and
// EndGesture are one step together.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/board/board_geometry.h"
#include "app/ui/board/board_history.h"
#include "app/ui/board/board_layout.h"
#include "app/ui/board/rect_grid.h"

namespace app {

using BoardIds = std::vector<std::string>;

enum class ZOrder { kToFront, kForward, kBackward, kToBack };
enum class BoardAlign { kLeft, kCenter, kRight, kTop, kMiddle, kBottom };
enum class BoardAxis { kHorizontal, kVertical };

class BoardDocument {
 public:
  // Gives an id to what has none or one that is taken, drops edges without ends, and lays out the
  // nodes that have no place yet (all of them when none has). That is not a step of undo.
  explicit BoardDocument(interview::Board board = {});

  const interview::Board& board() const { return items_.board(); }
  // Grows with every change, also by undo; equal versions of one document are equal boards.
  std::uint64_t version() const { return items_.changes(); }

  const interview::BoardNode* FindNode(std::string_view id) const;
  const interview::BoardEdge* FindEdge(std::string_view id) const;
  const interview::BoardStroke* FindStroke(std::string_view id) const;
  BoardIds EdgesOf(std::string_view node) const;

  // --- where things are. Frames lie below everything else.
  // The id of the topmost node or stroke; "" for none. Edges: EdgeRoutes::EdgeAt.
  std::string At(BoardPoint p, double tolerance = 4) const;
  // Nodes and strokes that touch the rectangle (a frame: that lies within it), in drawing order.
  BoardIds Within(const BoardRect& area) const;
  // `ids` with all members of their groups; the contents of frames move with them anyway.
  BoardIds WithGroups(const BoardIds& ids) const;
  // The rectangles of all nodes, then of all strokes, in the order of the board: for Snap.
  const RectGrid& grid() const;
  // Around the nodes and strokes among `ids`; nullopt when there are none.
  std::optional<BoardRect> RectOfAll(const BoardIds& ids) const;

  // --- adding. An empty or taken id is replaced; the id of what was added is returned.
  std::string AddNode(interview::BoardNode node);        // no size: the default one around x, y
  std::string AddEdge(interview::BoardEdge edge);        // "" when an end does not exist
  std::string AddStroke(interview::BoardStroke stroke);  // "" when it has no points
  // A copy of `part` with ids of its own, its top left corner at `at`: paste. Returns the new ids.
  BoardIds Insert(const interview::Board& part, BoardPoint at);
  BoardIds Duplicate(const BoardIds& ids, double dx = 16, double dy = 16);
  // The nodes and strokes among `ids`, what lies in their frames, and the edges between them.
  interview::Board Part(const BoardIds& ids) const;

  // --- changing
  // Nodes and strokes; the contents of frames come along. Places are kept to quarters, so a drag
  // moves by "where it should be" minus "where it is", not by the steps of the mouse.
  void Move(const BoardIds& ids, double dx, double dy);
  void Resize(std::string_view node, const BoardRect& rect);  // a negative size turns the corner
  // Replaces the node, edge or stroke of the same id. Unknown ids and ends change nothing.
  void Update(const interview::BoardNode& node);
  void Update(const interview::BoardEdge& edge);
  void Update(const interview::BoardStroke& stroke);
  void SetLabel(std::string_view id, std::string_view label);  // of a node or an edge
  void SetColor(const BoardIds& ids, std::string_view color);
  void Delete(const BoardIds& ids);  // edges go with their nodes; the contents of a frame stay
  // Nodes dropped within a frame belong to it (the smallest one), others to none.
  void SettleInFrames(const BoardIds& nodes);
  // Draws a frame around the nodes and puts them in; returns its id, "" for no nodes.
  std::string Frame(const BoardIds& nodes, std::string_view label = {});
  std::string Group(const BoardIds& nodes);  // the group's name; "" for less than two nodes
  void Ungroup(const BoardIds& nodes);
  void Reorder(const BoardIds& ids, ZOrder order);
  void Align(const BoardIds& nodes, BoardAlign side);      // to the rectangle around them
  void Distribute(const BoardIds& nodes, BoardAxis axis);  // equal gaps; the outer ones stay
  // All of them when empty.
  void TidyUp(const BoardIds& nodes = {}, FlowDirection direction = FlowDirection::kRight);
  // Everything at once (Mermaid pasted over the board, a template). One step.
  void Replace(interview::Board board);

  // --- undo without limit
  // Steps with the same key that follow each other at once are one (nudging, typing a label).
  void BeginGesture(std::string_view merge_key = {});
  void EndGesture();
  void CancelGesture();  // takes back what was done since BeginGesture
  bool in_gesture() const { return in_gesture_; }
  bool CanUndo() const { return history_.CanUndo(); }
  bool CanRedo() const { return history_.CanRedo(); }
  // Both end a gesture first. False when there is nothing left.
  bool Undo();
  bool Redo();
  std::size_t undo_steps() const { return history_.undo_steps(); }
  std::size_t undo_bytes() const { return history_.bytes(); }

 private:
  void Commit();
  template <class Item>
  void Store(const Item& item) {  // REQUIRES: an item with this id
    items_.Replace(items_.Find(item.id)->index, item);
  }
  BoardIds WithFrameContents(const BoardIds& ids) const;
  std::string FreshId(char kind);
  std::string IdFor(const std::string& wanted, char kind);
  void KeepClearOf(std::string_view id);
  interview::Board Clean(interview::Board board);
  bool IsWithin(std::string_view node, std::string_view frame) const;
  std::string FrameFor(const interview::BoardNode& node) const;
  BoardIds WithoutContents(const BoardIds& ids) const;

  BoardItems items_;
  BoardHistory history_;
  std::uint64_t next_id_ = 1;
  bool in_gesture_ = false;
  std::string merge_key_;
  mutable RectGrid grid_;
  mutable std::optional<std::uint64_t> grid_version_;
};

}  // namespace app
