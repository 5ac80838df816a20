/** Words of a person: in the reading type, line breaks kept, in the direction of their own script. Nothing where there are none. */
export const Words = ({ text, id }: { text: string; id?: string }) =>
  text === '' ? null : (
    <p class="words" dir="auto" id={id}>
      {text}
    </p>
  )
