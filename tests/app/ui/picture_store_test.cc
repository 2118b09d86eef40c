// Pictures beside a question: found once, handed over as pixels, and refused with the reason.
#include "app/ui/picture_store.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <vector>

#include "tests/support/temp_folder.h"

namespace app {
namespace {

void Write(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

void PutNumber(std::uint32_t value, std::string* out) {
  for (const int shift : {24, 16, 8, 0}) out->push_back(static_cast<char>(value >> shift & 255));
}

void PutChunk(const std::string& name, const std::string& data, std::string* out) {
  PutNumber(static_cast<std::uint32_t>(data.size()), out);
  *out += name + data;
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : name + data) {
    crc ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  PutNumber(~crc, out);
}

// A PNG of two pixels side by side, red and half transparent blue, stored without compression;
// `width` is what its head says.
std::string TwoPixels(std::uint32_t width = 2) {
  const std::string row("\0\xFF\0\0\xFF\0\0\xFF\x80", 9);  // a filter byte, then RGBA twice
  std::string head;
  PutNumber(width, &head);
  PutNumber(1, &head);
  head += std::string("\x08\x06\0\0\0", 5);
  std::uint32_t a = 1, b = 0;  // Adler-32
  for (const char c : row) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  std::string data("\x78\x01\x01\x09\0\xF6\xFF", 7);
  data += row;
  PutNumber(b << 16 | a, &data);
  std::string png = "\x89PNG\r\n\x1A\n";
  PutChunk("IHDR", head, &png);
  PutChunk("IDAT", data, &png);
  PutChunk("IEND", "", &png);
  return png;
}

class PictureStoreTest : public testing::Test {
 protected:
  std::string ProblemOf(const std::string& address) {
    const Picture& picture = store_.Find(folder_.path(), address);
    EXPECT_FALSE(picture.shown()) << address;
    return picture.problem;
  }

  support::TempFolder folder_;
  std::vector<std::array<int, 2>> uploads_;
  std::vector<unsigned char> pixels_;
  PictureStore store_{[this](const unsigned char* pixels, int width, int height) {
    uploads_.push_back({width, height});
    pixels_.assign(pixels, pixels + 4 * width * height);
    return ImTextureID{};
  }};
};

TEST_F(PictureStoreTest, HandsThePixelsOverOnce) {
  Write(folder_ / "loss.png", TwoPixels());
  const Picture& picture = store_.Find(folder_.path(), "loss.png");
  EXPECT_TRUE(picture.shown()) << picture.problem;
  EXPECT_EQ(picture.size.x, 2);
  EXPECT_EQ(picture.size.y, 1);
  EXPECT_EQ(pixels_, (std::vector<unsigned char>{255, 0, 0, 255, 0, 0, 255, 128}));
  EXPECT_EQ(&store_.Find(folder_.path(), "loss.png"), &picture);
  EXPECT_EQ(uploads_.size(), 1u);
}

TEST_F(PictureStoreTest, APictureInAFolderBelowIsFound) {
  Write(folder_ / "figures/loss.png", TwoPixels());
  EXPECT_TRUE(store_.Find(folder_.path(), "figures/loss.png").shown());
}

TEST_F(PictureStoreTest, NoAddressLeadsOutOfTheFolder) {
  Write(folder_ / "secret.png", TwoPixels());
  const std::filesystem::path inner = folder_ / "inner";
  std::filesystem::create_directories(inner);
  for (const std::string& address :
       {std::string("../secret.png"), std::string("a/../../secret.png"),
        (folder_ / "secret.png").string(), std::string("https://example.org/secret.png"),
        std::string()}) {
    const Picture& picture = store_.Find(inner, address);
    EXPECT_FALSE(picture.shown()) << address;
    EXPECT_NE(picture.problem.find("beside the question"), std::string::npos) << picture.problem;
  }
  EXPECT_TRUE(uploads_.empty());
}

TEST_F(PictureStoreTest, SaysWhatIsWrongWithAFile) {
  Write(folder_ / "note.png", "this is no picture");
  Write(folder_ / "wide.png", TwoPixels(5000));
  Write(folder_ / "cut.png", TwoPixels().substr(0, 40));
  EXPECT_NE(ProblemOf("gone.png").find("is missing"), std::string::npos);
  EXPECT_NE(ProblemOf("note.png").find("not a PNG or JPEG"), std::string::npos);
  EXPECT_NE(ProblemOf("wide.png").find("4096 pixels"), std::string::npos);
  EXPECT_NE(ProblemOf("cut.png").find("damaged"), std::string::npos);
  std::filesystem::resize_file(folder_ / "note.png", (16u << 20) + 1);
  PictureStore fresh;
  EXPECT_NE(fresh.Find(folder_.path(), "note.png").problem.find("larger than 16 MB"),
            std::string::npos);
  EXPECT_TRUE(uploads_.empty());
}

TEST_F(PictureStoreTest, WithoutAGraphicsCardNothingIsShownAndNothingIsWrong) {
  Write(folder_ / "loss.png", TwoPixels());
  PictureStore store;
  const Picture& picture = store.Find(folder_.path(), "loss.png");
  EXPECT_EQ(picture.problem, "");
  EXPECT_FALSE(picture.shown());
}

}  // namespace
}  // namespace app
