import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Problem } from '../workbook/tracker';
import { counted } from '../domain/counted';
import { Notice } from './Notice';
import { Section } from './Section';
import { useGoTo } from './useGoTo';

/** How many problems are shown until the officer asks for all: a screenful or two. */
const AT_FIRST = 50;

/** Every cell that an officer should look at; pressing one selects it. */
export function ProblemsSection({ problems }: { problems: Problem[] }) {
  const [all, setAll] = useState(false);
  const { go, failure } = useGoTo();
  const leftOut = problems.filter((problem) => problem.leavesOut);
  const counts = problems.filter((problem) => !problem.leavesOut);
  const room = all ? Infinity : AT_FIRST;
  return (
    <Section heading={problems.length === 0 ? 'Problems' : `Problems (${problems.length})`}>
      {problems.length === 0 && <p>None: every cell that counts could be read.</p>}
      {failure && <Notice intent="error">{failure}</Notice>}
      <Group heading="Left out of every figure" problems={leftOut} room={room} go={go} />
      <Group
        heading="In the figures, but worth a look"
        problems={counts}
        room={Math.max(0, room - leftOut.length)}
        go={go}
      />
      {!all && problems.length > AT_FIRST && (
        <Button size="small" onClick={() => setAll(true)}>
          {`Show all ${counted(problems.length, 'problem')}`}
        </Button>
      )}
    </Section>
  );
}

/** A few cells to look at, under a heading of their own. */
export function ProblemList({ heading, problems }: { heading: string; problems: Shown[] }) {
  const { go, failure } = useGoTo();
  return (
    <>
      {failure && <Notice intent="error">{failure}</Notice>}
      <Group heading={heading} problems={problems} room={Infinity} go={go} />
    </>
  );
}

/** What of a problem is shown. */
type Shown = Pick<Problem, 'address' | 'ref' | 'message'>;

interface GroupProps {
  heading: string;
  problems: Shown[];
  room: number;
  go: (address: string) => void;
}

function Group({ heading, problems, room, go }: GroupProps) {
  if (problems.length === 0 || room === 0) return null;
  return (
    <>
      <h3 className="group-heading">{`${heading} (${problems.length})`}</h3>
      <ul className="problems">
        {problems.slice(0, room).map((problem, index) => (
          <li key={`${problem.address} ${index}`}>
            <OneProblem problem={problem} go={go} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneProblem({ problem, go }: { problem: Shown; go: (address: string) => void }) {
  const text = <span className="problem-message">{problem.message}</span>;
  if (problem.address === '') return <div className="problem">{text}</div>;
  return (
    <button type="button" className="problem" onClick={() => go(problem.address)}>
      <span className="problem-place">
        <span className="problem-address">{problem.address}</span>{' '}
        {problem.ref && <span className="problem-ref">{problem.ref}</span>}{' '}
      </span>
      {text}
    </button>
  );
}
