ListNode* reverse_list(ListNode* head) {
    ListNode* finished = nullptr;
    while (head != nullptr) {
        ListNode* following = head->next;
        head->next = finished;
        finished = head;
        head = following;
    }
    return finished;
}
