/** How long the slow ones among many requests of one official take, one after the other: `p50 12 ms, p95 31 ms`. */
export async function timesOf(count: number, request: (n: number) => Promise<Response>): Promise<string> {
  const times: number[] = []
  for (let n = 0; n < count; n++) {
    const from = performance.now()
    const response = await request(n)
    await response.arrayBuffer()
    if (response.status >= 400) throw new Error(`${response.url} answered ${response.status}`)
    times.push(performance.now() - from)
  }
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => `${(sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(0)} ms`
  return `p50 ${at(0.5)}, p95 ${at(0.95)} of ${count}`
}
