package org.morphodepot.mylyn;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.mylyn.tasks.core.TaskRepository;
import org.eclipse.mylyn.tasks.core.data.TaskAttribute;
import org.eclipse.mylyn.tasks.core.data.TaskAttributeMapper;
import org.eclipse.mylyn.tasks.core.data.TaskCommentMapper;
import org.eclipse.mylyn.tasks.core.data.TaskData;
import org.eclipse.mylyn.tasks.core.data.TaskMapper;
import org.morphodepot.github.Comment;
import org.morphodepot.github.Person;
import org.morphodepot.work.tasks.Discussion;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskState;

/** A task as Mylyn's task data: attributes, and comments as its history. */
final class TaskPage {

    static final String STRUCTURES = "org.morphodepot.structures";
    static final String MILESTONE = "org.morphodepot.milestone";
    static final String STATE = "org.morphodepot.state";
    static final String COMMENTS = "org.morphodepot.comments";
    /** Changes whenever anything people should look at does. */
    static final String PRINT = "org.morphodepot.print";

    private final TaskRepository repository;

    TaskPage(TaskRepository repository) {
        this.repository = repository;
    }

    TaskData of(Task task) {
        TaskData data = new TaskData(new TaskAttributeMapper(repository), GitHubConnector.KIND, repository.getRepositoryUrl(),
                Forges.id(task.ref()));
        TaskMapper page = new TaskMapper(data, true);
        page.setTaskKey(task.ref().toString());
        page.setTaskUrl(task.url());
        page.setSummary(task.title());
        page.setDescription(task.text());
        page.setOwner(task.assignees().stream().map(Person::login).collect(Collectors.joining(", ")));
        page.setReporter(task.author().login());
        page.setProduct(task.ref().depot().toString());
        page.setStatus(task.state().words());
        page.setTaskKind("Task");
        page.setCreationDate(Date.from(task.created()));
        page.setModificationDate(Date.from(task.updated()));
        page.setCompletionDate(task.state().isOver() ? Date.from(task.updated()) : null);
        page.setDueDate(task.due().map(TaskPage::endOf).orElse(null));
        details(data.getRoot(), task);
        return data;
    }

    private void details(TaskAttribute root, Task task) {
        readOnly(root, STATE, "State", task.state().name());
        readOnly(root, MILESTONE, "Milestone", task.milestone());
        // Mylyn asks its lists whether they hold null, and lists of Java that cannot hold it take that for an error.
        readOnly(root, STRUCTURES, "Structures", "").setValues(new ArrayList<>(task.structures()));
        readOnly(root, COMMENTS, "Comments", Integer.toString(task.comments()));
        readOnly(root, PRINT, "Print", print(task));
        TaskAttribute answer = root.createAttribute(TaskAttribute.COMMENT_NEW);
        answer.getMetaData().setType(TaskAttribute.TYPE_LONG_RICH_TEXT).setLabel("Comment");
    }

    /** Times of a forge have seconds only, so texts count too. That work began here is no news. */
    private static String print(Task task) {
        boolean begun = task.state() == TaskState.IN_PROGRESS && task.contribution().isEmpty();
        TaskState state = begun ? TaskState.NOT_STARTED : task.state();
        int texts = Objects.hash(task.title(), task.text(), task.structures(), task.assignees(), task.due(), task.milestone());
        return task.updated() + " " + state + " " + task.comments() + " " + Integer.toHexString(texts);
    }

    private static TaskAttribute readOnly(TaskAttribute root, String id, String label, String value) {
        TaskAttribute attribute = root.createAttribute(id);
        attribute.getMetaData().setReadOnly(true).setLabel(label);
        attribute.setValue(value);
        return attribute;
    }

    TaskData of(Discussion said) {
        TaskData data = of(said.task());
        int number = 1;
        for (Comment comment : said.comments()) {
            TaskCommentMapper mapper = new TaskCommentMapper();
            mapper.setNumber(number);
            mapper.setCommentId(Long.toString(comment.id()));
            mapper.setAuthor(repository.createPerson(comment.author().login()));
            mapper.setCreationDate(Date.from(comment.created()));
            mapper.setText(comment.body());
            mapper.setUrl(comment.url());
            mapper.applyTo(data.getRoot().createAttribute(TaskAttribute.PREFIX_COMMENT + number));
            number++;
        }
        return data;
    }

    /** Takes over the comments that were known, since lists of tasks come without. */
    static void keepComments(Optional<TaskData> before, TaskData now) {
        before.map(known -> known.getAttributeMapper().getAttributesByType(known, TaskAttribute.TYPE_COMMENT)).orElse(List.of())
                .forEach(comment -> now.getRoot().deepAddCopy(comment));
    }

    /** Mylyn has moments only: a task is due when its day ends here. */
    static Date endOf(LocalDate day) {
        return Date.from(day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant().minusSeconds(1));
    }

    static LocalDate day(Date date) {
        return Instant.ofEpochMilli(date.getTime()).atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
