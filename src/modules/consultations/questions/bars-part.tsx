import { formatNumber } from '#platform/i18n/formats.ts'

export type Bar = { words: string; count: number; share: number }

type Props = { id: string; title: string; desc: string; bars: readonly Bar[] }

const WIDTH = 640
const ROW = 46
const BAR = 16
/** Room after the longest bar for its figures. */
const FIGURES = 120
/** So many signs of a label fit beside each other. */
const FIT = 70

/**
 * Bars with their figures, as wide as the page lets them be. Everything that it shows stands in the table beside it, too;
 * whoever hears it is told the figures once.
 */
export const Bars = ({ id, title, desc, bars }: Props) => (
  <svg
    class="kv-bars"
    viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`}
    role="img"
    aria-labelledby={`${id}-t`}
    aria-describedby={`${id}-d`}
  >
    <title id={`${id}-t`}>{title}</title>
    <desc id={`${id}-d`}>{desc}</desc>
    {bars.map(({ words, count, share }, at) => {
      const room = WIDTH - FIGURES
      const top = at * ROW
      const width = Math.round(room * Math.min(1, Math.max(0, share)))
      return (
        <>
          <text class="kv-bars__words" x="0" y={top + 16}>
            {words.length > FIT ? `${words.slice(0, FIT - 1).trimEnd()}…` : words}
          </text>
          <rect class="kv-bars__room" x="0" y={top + 22} width={room} height={BAR} />
          <rect class="kv-bars__bar" x="0" y={top + 22} width={width} height={BAR} />
          <text class="kv-bars__words" x={room + 8} y={top + 22 + BAR - 3}>
            {formatNumber(count)} ({percent(share)})
          </text>
        </>
      )
    })}
  </svg>
)

/** Whole per cent, as people say it. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`
