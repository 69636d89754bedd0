type Props = {
  href: string
  label: string
  /** Said once the address is in the clipboard. */
  copied: string
}

/** The lasting address of something, as a link; with script a touch copies it. */
export const CopyLink = ({ href, label, copied }: Props) => (
  <span class="kv-copy">
    <a href={href} data-copy-link data-copied={copied}>
      {label}
    </a>{' '}
    <span role="status" />
  </span>
)
