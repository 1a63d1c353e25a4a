// PostgreSQL 15's own parser, as Debian's libpg-query-dev packages it, with the protobuf-c
// structs its parse trees come in.
#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>
