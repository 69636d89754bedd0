export type Tone = 'done' | 'warning' | 'plain' | 'stopped' | 'late' | 'paused'

const PATHS: Record<Tone, string> = {
  done: 'M1 7.6 2.6 6 5.4 8.9 11.5 2.4 13 3.9 5.4 12Z',
  warning: 'M7 .7 13.8 13H.2ZM6.1 5v4h1.8V5ZM6.1 10v1.7h1.8V10Z',
  plain: 'M7 1a6 6 0 1 0 0 12A6 6 0 0 0 7 1Zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z',
  stopped: 'M3.2 1.8 7 5.6l3.8-3.8 1.4 1.4L8.4 7l3.8 3.8-1.4 1.4L7 8.4l-3.8 3.8-1.4-1.4L5.6 7 1.8 3.2Z',
  late: 'M4.1 0h5.8L14 4.1v5.8L9.9 14H4.1L0 9.9V4.1ZM6.1 3v5h1.8V3ZM6.1 9.3v1.8h1.8V9.3Z',
  paused: 'M2.5 1.5h3v11h-3ZM8.5 1.5h3v11h-3Z',
}

/** The shape that goes with a state's word: colour alone says nothing to one man in twelve, nor on paper. */
export const Shape = ({ tone }: { tone: Tone }) => (
  <svg class="kv-shape" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
    <path fill="currentColor" fill-rule="evenodd" d={PATHS[tone]} />
  </svg>
)
