#include "CRevision.h"

#ifndef VIGIE_COMMIT
#define VIGIE_COMMIT ""
#endif

const char *vigie_commit(void) { return VIGIE_COMMIT; }
