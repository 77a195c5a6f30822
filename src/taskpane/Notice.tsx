import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface NoticeProps {
  intent: 'error' | 'warning' | 'info' | 'success';
  children: ReactNode;
}

/** A sentence that stays until what it is about has changed; an error is read out at once. */
export function Notice({ intent, children }: NoticeProps) {
  return (
    <div role={intent === 'error' ? 'alert' : undefined}>
      <MessageBar intent={intent} layout="multiline" className="notice">
        <MessageBarBody>{children}</MessageBarBody>
      </MessageBar>
    </div>
  );
}
