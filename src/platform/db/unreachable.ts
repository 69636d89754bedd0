/** The connection could not be made, or broke: of the network, of the `postgres` library, of PostgreSQL (class 08, 57P). */
const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  '53100', // disk_full: reading goes on, and so does writing once somebody has made room
  '53200', // out_of_memory
  '53300', // too_many_connections
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
])

/** Whether an error means that the database is away for now, and the same request may succeed in a minute. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false
  // The socket of a server that has stopped is gone from its folder.
  if (error.code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect'
  return CODES.has(error.code) || error.code.startsWith('08')
}
