// The command line around a box: bubblewrap's flags, then our PID 1 with the box's limits.
// Any thread; pure functions.
#pragma once

#include <string>
#include <vector>

#include "evaluators/judge/judge_config.h"
#include "evaluators/judge/sandbox.h"

namespace evaluators {

// Descriptors that bubblewrap is given; 0-3 belong to the program.
inline constexpr int kStatusFd = 4;
inline constexpr int kArtifactFd = 5;
inline constexpr int kInitFd = 6;
inline constexpr int kInfoFd = 7;
// The other end of kInfoFd, so that bubblewrap can always write there: one that fails while it sets
// up leaves its child waiting for it for ever.
inline constexpr int kInfoReaderFd = 8;
inline constexpr int kFirstFileFd = 9;  // and on, one for each of BoxSpec::files

// Variables of the program: "NAME=value".
std::vector<std::string> BoxEnvironment(const BoxSpec& spec);

// Bubblewrap with all its flags; the command that it is to run follows.
std::vector<std::string> BubblewrapFlags(const JudgeConfig& config, const BoxSpec& spec);

// PID 1 with the limits, further arguments of its own, and the program.
std::vector<std::string> InitCommand(const BoxSpec& spec,
                                     const std::vector<std::string>& further = {});

}  // namespace evaluators
