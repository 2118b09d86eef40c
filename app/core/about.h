// What the program says of itself: its version, what it stands on, and a report of the machine.
// Any thread; pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/doctor.h"

namespace app {

std::string_view Version();

// A library or font that Onsite uses from the system.
struct Component {
  std::string_view name;
  std::string_view licence;
  std::string_view use;
};
std::span<const Component> Components();

// Version and every check of the doctor, with its remedy where it did not pass, one a line.
std::string MachineReport(const std::vector<DoctorCheck>& checks);

}  // namespace app
