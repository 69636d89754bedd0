type Props = {
  id: string
  words: string
  label: string
  /** What is copied, for those who only hear the button. */
  named: string
  /** Said once it is in the clipboard. */
  copied: string
}

/** Words to take elsewhere: with script a button copies them; without, they stand there to be selected. */
export const CopyWords = ({ id, words, label, named, copied }: Props) => (
  <div class="kv-copy-words">
    <p class="govuk-body kv-copy-words__words" id={id}>
      {words}
    </p>
    <button type="button" class="govuk-button govuk-button--secondary" data-copy-words={id} data-copied={copied} hidden>
      {label}
      <span class="govuk-visually-hidden"> {named}</span>
    </button>{' '}
    <span role="status" />
  </div>
)
