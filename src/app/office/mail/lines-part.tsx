/** Words with their line ends. */
export const Lines = ({ words }: { words: string }) => (
  <>
    {words.split('\n').map((line, index) => (
      <>
        {index > 0 && <br />}
        {line}
      </>
    ))}
  </>
)
