// Types and starters.
#include "interview/model/signature.h"
