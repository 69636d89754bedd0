type Way = { href: string; label: string } | null | undefined
type Props = { label: string; older?: Way; newer?: Way }

/** Ways on in a long list. No page numbers: lists are paged by key, so that a new entry shifts nothing. */
export const Paging = ({ label, older, newer }: Props) =>
  !older && !newer ? null : (
    <nav class="kv-paging" aria-label={label}>
      {newer && (
        <a class="kv-paging__newer" href={newer.href} rel="prev">
          <Arrow />
          {newer.label}
        </a>
      )}
      {older && (
        <a class="kv-paging__older" href={older.href} rel="next">
          {older.label}
          <Arrow />
        </a>
      )}
    </nav>
  )

const Arrow = () => (
  <svg class="kv-arrow" viewBox="0 0 18 12" width="18" height="12" aria-hidden="true" focusable="false">
    <path d="M0 6h16M11 1l5 5-5 5" fill="none" stroke="currentColor" stroke-width="2" />
  </svg>
)
