package org.morphodepot.work.tasks;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Optional;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

/** Records as JSON: times as text, what may be missing as null. Records check their values as always. */
final class NoteJson {

    private NoteJson() {
    }

    static Gson gson() {
        return new GsonBuilder().registerTypeAdapter(Instant.class, new TimeText()).registerTypeAdapterFactory(new Maybe())
                .serializeNulls().disableHtmlEscaping().create();
    }

    private static final class TimeText extends TypeAdapter<Instant> {
        @Override
        public void write(JsonWriter out, Instant time) throws IOException {
            out.value(time.toString());
        }

        @Override
        public Instant read(JsonReader in) throws IOException {
            return Instant.parse(in.nextString());
        }
    }

    private static final class Maybe implements TypeAdapterFactory {
        @Override
        @SuppressWarnings("unchecked")
        public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            if (type.getRawType() != Optional.class || !(type.getType() instanceof ParameterizedType generic)) {
                return null;
            }
            Type inner = generic.getActualTypeArguments()[0];
            return (TypeAdapter<T>) new OrNull<>(gson.getAdapter(TypeToken.get(inner)));
        }
    }

    private static final class OrNull<E> extends TypeAdapter<Optional<E>> {
        private final TypeAdapter<E> inner;

        OrNull(TypeAdapter<E> inner) {
            this.inner = inner;
        }

        @Override
        public void write(JsonWriter out, Optional<E> value) throws IOException {
            if (value.isPresent()) {
                inner.write(out, value.get());
            } else {
                out.nullValue();
            }
        }

        @Override
        public Optional<E> read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Optional.empty();
            }
            return Optional.of(inner.read(in));
        }
    }
}
