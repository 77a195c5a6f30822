import { Field, Input } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { displayName, type Reason } from '../../domain/reason';
import { reasonsLike } from './reasonSearch';

interface ChooserProps {
  /** What has been typed so far; the list of young people hands its first letter over. */
  typed: string;
  onTyped: (typed: string) => void;
  onChoose: (reason: Reason) => void;
  /** Escape: nothing is chosen. */
  onLeave: () => void;
  inputRef: Ref<HTMLInputElement>;
}

/** A box that a few letters of a reason are typed into; Enter takes the first that fits. */
export function ReasonChooser({ typed, onTyped, onChoose, onLeave, inputRef }: ChooserProps) {
  const id = useId();
  const [focused, setFocused] = useState(false);
  const [asked, setAsked] = useState(false);
  const [place, setPlace] = useState(0);
  const open = focused && (asked || typed !== '');
  const found = reasonsLike(typed);
  const active = Math.min(place, found.length - 1);
  const optionId = (index: number) => `${id}-${index}`;

  const close = () => {
    onTyped('');
    setAsked(false);
    setPlace(0);
  };
  const choose = (reason: Reason | undefined) => {
    if (!reason) return;
    close();
    onChoose(reason);
  };
  const move = (to: number) => {
    setAsked(true);
    setPlace(open ? (to + found.length) % Math.max(1, found.length) : 0);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active - 1),
    Enter: () => open && choose(found[active]),
    Escape: () => {
      close();
      onLeave();
    },
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const press = event.nativeEvent.isComposing ? undefined : keys[event.key];
    if (!press) return;
    event.preventDefault();
    press();
  };

  return (
    <div className="reason-chooser">
      <Field
        label="Another reason"
        orientation="horizontal"
        size="small"
        validationState="none"
        validationMessage={
          open && found.length === 0 ? 'No reason has a word that begins so.' : undefined
        }
      >
        <Input
          ref={inputRef}
          role="combobox"
          aria-expanded={open && found.length > 0}
          aria-controls={open && found.length > 0 ? id : undefined}
          aria-autocomplete="list"
          aria-activedescendant={open && found.length > 0 ? optionId(active) : undefined}
          autoComplete="off"
          placeholder="Type a few letters"
          value={typed}
          onChange={(_, { value }) => {
            setPlace(0);
            onTyped(value);
          }}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            close();
          }}
          onClick={() => setAsked(true)}
          onKeyDown={onKeyDown}
        />
      </Field>
      {open && found.length > 0 && (
        <Found id={id} found={found} active={active} optionId={optionId} onChoose={choose} />
      )}
    </div>
  );
}

interface FoundProps {
  id: string;
  found: Reason[];
  active: number;
  optionId: (index: number) => string;
  onChoose: (reason: Reason | undefined) => void;
}

function Found({ id, found, active, optionId, onChoose }: FoundProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Reasons"
      tabIndex={-1}
      className="reasons"
      // The box keeps the focus: it is what the keys go to.
      onMouseDown={(event) => event.preventDefault()}
    >
      {found.map((reason, index) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- keys go to the box
        <div
          key={reason}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="reason-option"
          onClick={() => onChoose(reason)}
        >
          {displayName(reason)}
        </div>
      ))}
    </div>
  );
}
