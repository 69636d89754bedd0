import { Zip, ZipDeflate } from 'fflate'

export type Member = { name: string; content: string | AsyncIterable<string | Uint8Array> }

/** An archive written as it is read. The same content gives the same bytes: its members have no hour of their own. */
export async function* zipStream(members: Iterable<Member>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  for (const { name, content } of members) {
    const member = new ZipDeflate(name, { level: 6 })
    member.mtime = new Date(1980, 0, 1)
    zip.add(member)
    for await (const piece of typeof content === 'string' ? [content] : content) {
      member.push(typeof piece === 'string' ? Buffer.from(piece) : piece)
      yield* ready.splice(0)
    }
    member.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}
