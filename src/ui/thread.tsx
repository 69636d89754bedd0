import type { Child } from 'hono/jsx'

export type Step = { title: string; when: string | null; text?: Child; state: 'done' | 'now' | 'next' }

/** The way of a matter as a line of steps: what happened, where it stands, what comes next. */
export const Thread = ({ label, steps }: { label: string; steps: readonly Step[] }) => (
  <ol class="kv-thread" aria-label={label}>
    {steps.map(({ title, when, text, state }) => (
      <li class={`kv-step kv-step--${state}`} aria-current={state === 'now' ? 'step' : undefined}>
        <p class="kv-step__title">{title}</p>
        {when !== null && <p class="kv-step__when">{when}</p>}
        {text && <div class="kv-step__text">{text}</div>}
      </li>
    ))}
  </ol>
)
