type InLine = <Done>(work: () => Promise<Done>) => Promise<Done> | null

/**
 * Heavy work waits for its turn: so many at once, so many behind them. Null for whoever comes when the line is full: a
 * clear refusal is better than a machine that stands still for everybody.
 */
export function waitingLine({ atOnce, waiting }: { atOnce: number; waiting: number }): InLine {
  const line: (() => void)[] = []
  let running = 0

  async function inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
    if (running < atOnce) running += 1
    else await new Promise<void>((go) => line.push(go))
    try {
      return await work()
    } finally {
      const next = line.shift()
      // Who comes next takes over the place, so that nobody slips in between.
      if (next) next()
      else running -= 1
    }
  }

  return (work) => (running >= atOnce && line.length >= waiting ? null : inTurn(work))
}
