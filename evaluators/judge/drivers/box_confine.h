// What stands in for namespaces in a box that has none (--sandbox=limits-only): the files it may
// touch by Landlock, the signals it may send by a filter, and the end of everything it started.
//
// Weaker than a namespace: without Landlock in the kernel all files of the user are open to the
// program, and names and arguments of the user's other processes can be read with most kernels.
// One thread.
#pragma once

#include <sys/types.h>

// Lets this process and its heirs read the system, `folder`/onsite and the `shown` paths (ended by
// null), and write to `folder`/tmp alone. Without Landlock in the kernel: does nothing.
void RestrictFiles(const char* folder, char* const* shown);

// From now on this process and its heirs may signal this process only. REQUIRES: no_new_privs.
// False when the kernel refused.
bool RestrictSignals();

// Processes and threads of this user, as RLIMIT_NPROC counts them.
long CountTasksOfUser();

// Kills and reaps all descendants. REQUIRES: the caller is their subreaper.
void KillDescendants();
