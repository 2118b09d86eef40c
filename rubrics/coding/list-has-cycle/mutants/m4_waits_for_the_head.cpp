bool list_has_cycle(ListNode* head) {
    if (head == nullptr) return false;
    for (const ListNode* note = head->next; note != nullptr; note = note->next) {
        if (note == head) return true;
    }
    return false;
}
