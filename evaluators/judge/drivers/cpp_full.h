// All standard headers, for the few solutions that need more than the prelude.
#pragma once

#include <bits/stdc++.h>

#include "cpp_prelude.h"
