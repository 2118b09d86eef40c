#include <utility>
#include <vector>

int count_islands(const std::vector<std::vector<int>>& g) {
    const int rows = static_cast<int>(g.size()), columns = static_cast<int>(g[0].size());
    std::vector<std::vector<char>> marked(rows, std::vector<char>(columns, 0));
    const int dy[] = {-1, 1, 0, 0}, dx[] = {0, 0, -1, 1};
    int islands = 0;
    for (int start_y = 0; start_y < rows; ++start_y) {
        for (int start_x = 0; start_x < columns; ++start_x) {
            if (g[start_y][start_x] == 0 || marked[start_y][start_x]) continue;
            ++islands;
            marked[start_y][start_x] = 1;
            std::vector<std::pair<int, int>> stack{{start_y, start_x}};
            while (!stack.empty()) {
                const auto [y, x] = stack.back();
                stack.pop_back();
                for (int side = 0; side < 4; ++side) {
                    const int ny = y + dy[side], nx = x + dx[side];
                    if (ny < 0 || ny >= rows || nx < 0 || nx >= columns || g[ny][nx] == 0 || marked[ny][nx]) continue;
                    marked[ny][nx] = 1;
                    stack.emplace_back(ny, nx);
                }
            }
        }
    }
    return islands;
}
