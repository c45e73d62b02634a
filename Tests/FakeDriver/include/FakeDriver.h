// A driver of ADBC that answers any query with made-up rows and fails in the way that its option `mode` names.
#ifndef FAKE_DRIVER_H
#define FAKE_DRIVER_H

#include "CADBC.h"

AdbcStatus AdbcDriverInit(int version, void *driver, struct AdbcError *error);

#endif
