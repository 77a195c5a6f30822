import { Field, Input } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { TypedField } from './useTyped';

interface TypedChoiceProps {
  label: string;
  hint?: string;
  /** What counts on while the box cannot be read; absent where any text can be. */
  stands?: string;
  placeholder?: string;
  field: TypedField;
  inputRef?: Ref<HTMLInputElement>;
}

/** A box whose text becomes a choice when it is left; what cannot be read is said below it. */
export function TypedChoice({
  label,
  hint,
  stands,
  placeholder,
  field,
  inputRef,
}: TypedChoiceProps) {
  return (
    <Field
      label={label}
      hint={field.wrong ? undefined : hint}
      validationState={field.wrong ? 'error' : 'none'}
      validationMessage={field.wrong && `${field.wrong} ${stands}`}
    >
      <Input
        ref={inputRef}
        value={field.text}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(_, { value }) => field.type(value)}
        onBlur={field.settle}
        onKeyDown={(event) => event.key === 'Enter' && field.settle()}
      />
    </Field>
  );
}
