/**
 * For one machine that also runs Kuvend, in 512 MB for both (measured in docs/decisions/0003-embedded-postgres.md).
 * Safety is PostgreSQL's own default and stays: fsync, full_page_writes, synchronous_commit.
 */
const DEFAULTS = {
  // 64 MB made scattered reads over 130 MB of table four times slower; memory is taken as pages are used.
  shared_buffers: '128MB',
  // A guess for the planner, of what the system's file cache holds: nothing is taken.
  effective_cache_size: '384MB',
  max_connections: '60',
  // Disks without moving parts read any page at nearly the same cost.
  random_page_cost: '1.1',
  // Bounds pg_wal, which otherwise grows to 1 GB and into every backup.
  max_wal_size: '256MB',
  // Parallel queries share memory through /dev/shm, 64 MB in a container, and there are seldom cores to spare.
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '',
  // Statements and details of errors hold what people wrote; a log is no place for it.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
} satisfies Record<string, string>

export type Place = { port: number; clusterName: string }

/**
 * Command-line flags, so that a new version's settings hold for an old data folder. What keeps others out and what the
 * launcher finds its processes by comes last and cannot be set: loopback only, since the binaries carry an OpenSSL past
 * its end of life.
 */
export function serverFlags(settings: Record<string, string>, { port, clusterName }: Place): string[] {
  const fixed = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    cluster_name: clusterName,
  }
  return Object.entries({ ...DEFAULTS, ...settings, ...fixed }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
