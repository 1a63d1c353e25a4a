import Glibc
import PostgreSQLServer

// Starts a temporary server, says where it is, and waits to be killed.
guard
  let installation = PostgreSQLInstallation.find(searchPath: "/usr/local/bin:/usr/bin:/bin")
else {
  print("no PostgreSQL")
  exit(1)
}
let server = try TemporaryServer(installation)
print(server.directory)
fflush(nil)
withExtendedLifetime(server) { _ = getchar() }
