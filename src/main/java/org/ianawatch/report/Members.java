package org.ianawatch.report;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ianawatch.diff.Change;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Use;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record as the members of an object, in their order, under their names in snake case. An empty
 * {@link Optional} has no key; the keys of a change and of a use stand among those of the record that holds one.
 */
public final class Members {
    private static final ClassValue<List<Member>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
            List<Member> members = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                members.add(new Member(key(component.getName()), component.getAccessor()));
            }
            return members;
        }
    };

    private record Member(String key, Method accessor) {
        @Nullable
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("a record has its components", impossible);
            }
        }
    }

    private Members() {}

    /**
     * Those of a value. Of a map they are itself; else they are new, and more may be put to them.
     *
     * @throws IllegalArgumentException when it is neither a map nor a record nor a row
     */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        } else if (value instanceof Entry entry) {
            return EntryJson.of(entry);
        } else if (value instanceof Change change) {
            return ChangeJson.of(change);
        } else if (value instanceof Record record) {
            return ofRecord(record);
        }
        throw new IllegalArgumentException("there is no JSON for a "
                + value.getClass().getName() + "; make it text, a number, a list, a map or a record");
    }

    private static Map<String, @Nullable Object> ofRecord(Record record) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Member member : MEMBERS.get(record.getClass())) {
            Object value = member.of(record);
            if (value instanceof Change || value instanceof SiteUse) {
                members.putAll(of(value));
            } else if (value instanceof Optional<?> optional) {
                optional.ifPresent(present -> members.put(member.key, present));
            } else {
                members.put(member.key, value);
                if (value instanceof Use use) {
                    members.putAll(ofRecord(use));
                }
            }
        }
        return members;
    }

    /** The keys of records of a type, in their order. */
    public static List<String> keys(Class<? extends Record> type) {
        return MEMBERS.get(type).stream().map(Member::key).toList();
    }

    private static String key(String name) {
        return name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
