interface HiddenProps {
  /** The figure as it stands in the workbook. */
  text: string;
  isSmall: boolean;
}

/**
 * A figure that is not published, where the officer looks at what is hidden and why. Few screen
 * readers say that something is struck out, so words do.
 */
export const HiddenCell = ({ text, isSmall }: HiddenProps) => (
  <span className="hidden-figure">
    <span className="unseen">hidden: </span>
    <s>{text}</s> <span className="hidden-why">{isSmall ? 'few' : 'protects'}</span>
  </span>
);
