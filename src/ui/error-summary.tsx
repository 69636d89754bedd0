type Props = { title: string; errors: Record<string, string> }

/** Says at the top of the page what to mend, each line a link into its field. Nothing when there is nothing to mend. */
export const ErrorSummary = ({ title, errors }: Props) => {
  const lines = Object.entries(errors)
  if (lines.length === 0) return null
  return (
    <div class="govuk-error-summary" tabindex={-1} data-focus-on-load>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <ul class="govuk-list govuk-error-summary__list">
          {lines.map(([field, message]) => (
            <li>
              <a href={`#${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
