// The commit that the program was built from.
#ifndef CREVISION_H
#define CREVISION_H

/// The commit, with a plus sign behind it where the sources differed; empty where nobody said.
const char *vigie_commit(void);

#endif
