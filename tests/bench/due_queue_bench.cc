// Measures the schedule with 10,000 cards: making the queue from its attempts, and what is due of
// it. Exits with 1 when the due queue takes more than 50 ms.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

#include "interview/schedule/review_queue.h"

namespace {

using namespace interview;

constexpr int kCards = 10'000;
constexpr int kReviews = 5;  // of each card
constexpr int kRepeats = 21;
constexpr double kLimitMs = 50;

double MedianMs(const std::function<void()>& run) {
  std::vector<double> times;
  for (int i = 0; i < kRepeats; ++i) {
    const auto start = std::chrono::steady_clock::now();
    run();
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
            .count());
  }
  std::nth_element(times.begin(), times.begin() + kRepeats / 2, times.end());
  return times[kRepeats / 2];
}

}  // namespace

int main() {
  std::vector<Attempt> attempts;
  for (int review = 0; review < kReviews; ++review) {
    for (int card = 0; card < kCards; ++card) {
      Attempt attempt;
      attempt.session = std::to_string(review);
      attempt.question = "question-" + std::to_string(card);
      attempt.at = WallTime(std::chrono::days(20'000 + 30 * review + card % 25));
      attempt.score = 0.4 + 0.1 * ((card + review) % 7);
      attempts.push_back(attempt);
    }
  }
  const std::int64_t today = 20'000 + 365;
  ReviewQueue queue;
  std::size_t due = 0;
  const double making = MedianMs([&] { queue = MakeReviewQueue(attempts, {}); });
  const double choosing = MedianMs([&] { due = DueCards(queue.questions, today).size(); });
  std::printf("%zu cards from %zu attempts: %.1f ms; %zu due: %.1f ms (medians of %d)\n",
              queue.questions.size(), attempts.size(), making, due, choosing, kRepeats);
  return choosing <= kLimitMs ? 0 : 1;
}
