export type Tone = 'done' | 'warning' | 'plain' | 'stopped'

const PATHS: Record<Tone, string> = {
  done: 'M1.5 7.5 5 11l7.5-8.5',
  warning: 'M7 1.5 13 12.5H1ZM7 5.5v3.5M7 10.2v1.3',
  plain: 'M7 2a5 5 0 1 0 0 10A5 5 0 0 0 7 2Z',
  stopped: 'M2.5 2.5l9 9M11.5 2.5l-9 9',
}

/** The shape that goes with a state's word: colour alone says nothing to one man in twelve, nor on paper. */
export const Shape = ({ tone }: { tone: Tone }) => (
  <svg
    class={`kv-shape kv-shape--${tone}`}
    viewBox="0 0 14 14"
    width="14"
    height="14"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    aria-hidden="true"
    focusable="false"
  >
    <path d={PATHS[tone]} />
  </svg>
)
