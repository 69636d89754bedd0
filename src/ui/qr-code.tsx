import { encode } from 'uqr'

/** ISO/IEC 18004: a quiet zone of four modules all round. */
const QUIET_ZONE = 4

/** Black on white whatever the colours of the page, for cameras want it so; attributes only, no inline style. */
export const QrCode = ({ words, label }: { words: string; label: string }) => {
  const { data, size } = encode(words, { ecc: 'M', border: QUIET_ZONE })
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width="232" height="232" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={pathOf(data)} fill="#000000" shape-rendering="crispEdges" />
    </svg>
  )
}

/** One rectangle a run of dark modules, row by row. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = ''
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const start = x
      while (row[x]) x++
      if (x > start) path += `M${start} ${y}h${x - start}v1H${start}z`
    }
  })
  return path
}
