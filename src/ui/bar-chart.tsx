import { scaleLinear } from 'd3-scale'
import { formatNumber } from '#platform/i18n/formats.ts'

/** `parts`: one number for each series, in its order. `words`: how its length is said, where that is no plain number. */
export type ChartBar = { label: string; parts: readonly number[]; words?: string | undefined }

type Props = {
  id: string
  title: string
  /** What it shows, in a sentence, for whoever does not see it: the numbers stand in the table beside it. */
  desc: string
  /** What the parts of a bar are; of one alone nothing is said. */
  series: readonly string[]
  bars: readonly ChartBar[]
}

const ROW = 52
const BAR = 18
/** One colour in five depths, neighbours far apart; what is more shares the last one. No colour tells what words do not. */
const DEPTHS = [1, 0.35, 0.7, 0.2, 0.5] as const
export const MOST_SERIES = DEPTHS.length

/**
 * Bars lying below each other, each put together of its parts. Widths are shares of the page and letters stay as they are,
 * so that it can be read on the narrowest telephone; nothing moves and nothing needs a script.
 */
export const BarChart = ({ id, title, desc, series, bars }: Props) => {
  const most = Math.max(1, ...bars.map(totalOf))
  const along = scaleLinear().domain([0, most]).range([0, 100])
  return (
    <div class="kv-table-room--slim">
      <svg role="img" aria-label={title} aria-describedby={`${id}-d`} width="100%" height={bars.length * ROW}>
        <title>{title}</title>
        <desc id={`${id}-d`}>{desc}</desc>
        {bars.map((bar, at) => (
          <g>
            <text class="kv-bars__words" x="0" y={at * ROW + 16}>
              {bar.label}: {bar.words ?? formatNumber(totalOf(bar))}
            </text>
            <rect class="kv-bars__room" x="0" y={at * ROW + 24} width="100%" height={BAR} />
            {partsOf(bar).map(({ from, to, depth }) => (
              <rect
                class="kv-bars__bar"
                fill-opacity={depth}
                x={`${round(along(from))}%`}
                y={at * ROW + 24}
                width={`${round(along(to) - along(from))}%`}
                height={BAR}
              />
            ))}
          </g>
        ))}
      </svg>
      {series.length > 1 && (
        <ul class="govuk-list">
          {series.map((words, index) => (
            <li>
              <svg width="16" height="16" aria-hidden="true">
                <rect class="kv-bars__bar" fill-opacity={depthOf(index)} width="16" height="16" />
              </svg>{' '}
              {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const totalOf = ({ parts }: ChartBar): number => parts.reduce((all, part) => all + part, 0)
const depthOf = (index: number): number => DEPTHS[index] ?? DEPTHS[MOST_SERIES - 1] ?? 1
const round = (share: number): number => Math.round(share * 100) / 100

/** Where each part begins and ends; of nothing there is no part. */
function partsOf({ parts }: ChartBar): { from: number; to: number; depth: number }[] {
  let from = 0
  return parts.flatMap((part, index) => {
    if (part === 0) return []
    const one = { from, to: from + part, depth: depthOf(index) }
    from = one.to
    return [one]
  })
}
